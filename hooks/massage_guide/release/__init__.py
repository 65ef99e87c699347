"""What is done on a built site before it goes out."""
