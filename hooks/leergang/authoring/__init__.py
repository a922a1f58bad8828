"""What writes the files that authors write."""
