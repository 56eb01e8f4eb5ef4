"""The fault campaign that ``make faults`` runs: hostile files, broken programs, full disks, kills."""
