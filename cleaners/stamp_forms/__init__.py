"""The stamps of courts and clerks: their forms, frames and words."""
