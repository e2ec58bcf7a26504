"""Writers: a composed Document in, one published form of the notice out."""
