"""The commands: arguments in; files read and written, lines printed, an exit code out."""
