"""Faults that are not the form's: a broken template, a missing program."""


class NoticegenError(Exception):
    """Something the user must mend outside the form; its text is a Chinese sentence."""


class TemplateError(NoticegenError):
    """A look that cannot be used as it stands."""
