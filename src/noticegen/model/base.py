"""What the model's classes are made of: a part of the form, its fields, how a value is read.

The classes are declared once, in pydantic's words, and read in two ways. Here a sound form
becomes values and anything else a ValueError, without pydantic: loading it and building its
models takes longer than all the rest of a build. `explained` has pydantic read the same
declarations, to tell all that is wrong or what the form looks like.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import reduce
from types import MappingProxyType, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    Self,
    Union,
    cast,
    get_args,
    get_origin,
)

Read = Callable[[Any], Any]
"""Plain value in, the field's value out; ValueError where it is none."""


class Before(NamedTuple):
    """Annotates a type: *change* is done to a plain value before it is read as that type."""

    change: Read


class After(NamedTuple):
    """Annotates a type: *change* is done to what was read."""

    change: Read


class Filled(NamedTuple):
    """Annotates a tuple: it holds one value at least."""


class Typed(NamedTuple):
    """Annotates a type: to an editor it is a text."""


class FieldInfo:
    """A label of the form: what is told of it, and what its value is read as."""

    annotation: Any = None

    def __init__(
        self,
        default: Any = ...,  # noqa: ANN401  # a value of any field
        *,
        alias: str,
        description: str,
        examples: list[str] | None = None,
        default_factory: Callable[[], Any] | None = None,
    ) -> None:
        self.default = default
        self.alias = alias
        self.description = description
        self.examples = examples
        self.default_factory = default_factory

    def is_required(self) -> bool:
        """Whether the form must have it."""
        return self.default is ... and self.default_factory is None


Field: Any = FieldInfo
"""Declares a field: to a type checker, its value."""


class Model:
    """A part of the form: labels it does not know are refused, its values never change.

    *further* is what labels of the user's own hold, for a part that takes them. A part keeps
    what the form gives; what it does not give stands once, in its class.
    """

    model_fields: ClassVar[dict[str, FieldInfo]] = {}
    model_further: ClassVar[Any] = None
    model_extra: Mapping[str, Any] = MappingProxyType({})
    _readers: ClassVar[dict[str, tuple[str, Read]]]
    _required: ClassVar[list[str]]
    _read_further: ClassVar[Read]

    def __init_subclass__(cls, further: object = None) -> None:
        cls.model_fields = dict(cls.model_fields)
        for name, annotation in cls.__annotations__.items():
            if isinstance(field := vars(cls).get(name), FieldInfo):
                field.annotation = annotation
                cls.model_fields[name] = field
                delattr(cls, name)
                if not field.is_required():
                    make = field.default_factory
                    setattr(cls, name, make() if make else field.default)
        fields = cls.model_fields.items()
        cls._readers = {field.alias: (name, _reader(field.annotation)) for name, field in fields}
        cls._required = [field.alias for _, field in fields if field.is_required()]
        cls.model_further = further
        cls._read_further = staticmethod(_reader(further) if further else _refuse)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} never changes")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.labelled() == other.labelled()

    def __hash__(self) -> int:
        return hash(tuple(self.labelled().items()))

    def settle(self) -> None:
        """Work out what follows from the values; ValueError where they do not go together."""

    @classmethod
    def model_validate(cls, given: Any) -> Self:  # noqa: ANN401  # whatever a form has there
        """Return the part that the form's plain values give, else raise a ValueError."""
        if type(given) is not dict:
            raise ValueError(given)
        part = cls.__new__(cls)
        values, readers, extra = vars(part), cls._readers, {}
        for label, value in given.items():
            if label in readers:
                name, read = readers[label]
                values[name] = read(value)
            else:
                extra[label] = cls._read_further(value)
        for label in cls._required:
            if label not in given:
                raise ValueError(label)
        if extra:
            values["model_extra"] = extra
        part.settle()
        return part

    @classmethod
    def made(cls, given: dict[str, Any], extra: dict[str, Any]) -> Self:
        """Return the part for which the form has the values *given* and the *extra*."""
        part = cls.__new__(cls)
        vars(part).update(given, model_extra=extra)
        part.settle()
        return part

    @property
    def model_fields_set(self) -> frozenset[str]:
        """The fields that the form gives."""
        return frozenset(vars(self).keys() & self.model_fields.keys())

    def model_copy(self, update: dict[str, Any]) -> Self:
        """Return a copy in which the fields that *update* names have its values."""
        given = {name: getattr(self, name) for name in self.model_fields_set}
        return self.made(given | update, dict(self.model_extra))

    def labelled(self) -> dict[str, Any]:
        """Return what each label holds, those of the user's own last."""
        fields = self.model_fields.items()
        return {field.alias: getattr(self, name) for name, field in fields} | dict(self.model_extra)


def _reader(annotation: Any) -> Read:  # noqa: ANN401  # what follows a field's colon
    """Return how a value annotated so is read. None never comes: the form has no such value."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return reduce(_marked, parts[1:], _reader(parts[0]))
    if origin in (Union, UnionType):
        return _reader(next(part for part in parts if part is not type(None)))
    if origin is tuple:
        item = _reader(parts[0])
        return lambda value: (
            tuple([item(one) for one in value]) if type(value) in (list, tuple) else _refuse(value)
        )
    if origin is Literal:
        return lambda value: value if value in parts else _refuse(value)
    is_part, is_choice = issubclass(annotation, Model), issubclass(annotation, StrEnum)
    if is_part or is_choice:
        return cast("Read", annotation.model_validate if is_part else annotation)
    return _text if annotation is str else _plain(annotation)


def _plain(kind: type) -> Read:
    return lambda value: value if type(value) is kind else _refuse(value)


_text = _plain(str)


def _marked(read: Read, mark: object) -> Read:
    match mark:
        case Before(change):
            return lambda value: read(change(value))
        case After(change) if read is _text:  # most of a form: one call less for each
            return lambda value: change(value) if type(value) is str else _refuse(value)
        case After(change):
            return lambda value: change(read(value))
        case Filled():
            return lambda value: read(value) or _refuse(value)
        case _:
            return read


def _refuse(value: object = None) -> Any:  # noqa: ANN401  # for use in place of any value
    raise ValueError(value)
