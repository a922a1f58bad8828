"""What a school does with its own edition: begin one, take texts over, and follow a newer version of the course."""
