"""What writes in authors' files: new things, and things with another id. A file changes only where it must."""
