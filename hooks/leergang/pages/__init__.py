"""What one file says: its text, its data and its macro calls, each with its place."""
