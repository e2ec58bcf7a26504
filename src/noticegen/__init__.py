"""noticegen: one form in, every version of the rectification notice out."""

__version__ = "0.1.0"  # pyproject.toml reads it here
