"""Web pages: the name of a template that ships and its values in, the page with its digest out."""

from jinja2 import Environment, FunctionLoader, StrictUndefined

from noticegen import digest, template

_ENVIRONMENT = Environment(
    loader=FunctionLoader(lambda name: template.resource(f"rectification/{name}").decode()),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def filled(name: str, **values: object) -> bytes:
    """Return the template *name* filled with *values*, in UTF-8, as digest.py signs it.

    Raises:
        ValueError: A text holds half a surrogate pair.
    """
    page = _ENVIRONMENT.get_template(f"{name}.html.j2")
    return digest.signed(page.render(values, digest=digest.UNKNOWN))
