"""noticegen: one form in, every version of the rectification notice out."""
