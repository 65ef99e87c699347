"""What leaves the generator: one module for each kind of file."""
