"""What a filing may take, and the processes that hold it to that."""
