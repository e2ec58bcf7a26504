"""What noticegen is measured against, made as their own users would make it."""
