"""The model as pydantic has it: all that is wrong with values, and the form's JSON Schema.

Its models are made from the declarations of ours, field by field; what they read, they hand
on as ours.
"""

from functools import cache, partial
from types import GenericAlias, UnionType, new_class
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import ErrorDetails

from noticegen.model.base import After, Before, FieldInfo, Filled, Model, Typed
from noticegen.model.notice import Notice

__all__ = ["ErrorDetails", "explain", "json_schema"]

_twins: dict[type[Model], type[BaseModel]] = {}


def explain(values: object) -> tuple[Notice | None, list[ErrorDetails]]:
    """Return the notice that *values* give, or all that keeps them from it, in pydantic's terms."""
    try:
        return _adapter().validate_python(values), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the form's plain values."""
    return _adapter().json_schema(by_alias=True)


@cache
def _adapter() -> TypeAdapter[Notice]:
    return TypeAdapter(_annotation(Notice))


def _twin(model: type[Model]) -> type[BaseModel]:
    """Return the pydantic model of *model*."""
    if model not in _twins:
        fields = model.model_fields.items()
        annotations = {name: _annotation(field.annotation) for name, field in fields}
        if model.model_further is not None:
            further = _annotation(model.model_further)
            annotations["__pydantic_extra__"] = GenericAlias(dict, (str, further))
        namespace = {
            **{name: _field(field) for name, field in fields},
            "__annotations__": annotations,
            "__module__": __name__,
            "model_config": ConfigDict(extra="allow" if model.model_further else "forbid"),
        }
        _twins[model] = new_class(
            model.__name__, (BaseModel,), exec_body=lambda body: body.update(namespace)
        )
    return _twins[model]


def _ours(model: type[Model], twin: BaseModel) -> Model:
    fields = [name for name in model.model_fields if name in twin.model_fields_set]
    return model.made({name: getattr(twin, name) for name in fields}, twin.model_extra or {})


def _field(field: FieldInfo) -> Any:  # noqa: ANN401  # as pydantic's own Field
    default = {"default": field.default}
    if field.default_factory:
        default = {"default_factory": field.default_factory}
    return Field(
        alias=field.alias, description=field.description, examples=field.examples, **default
    )


def _annotation(annotation: Any) -> Any:  # noqa: ANN401  # whatever follows a field's colon
    """Return *annotation* as pydantic reads it."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return Annotated[_annotation(parts[0]), *map(_mark, parts[1:])]
    if origin in (Union, UnionType):
        return Union[tuple(map(_annotation, parts))]  # noqa: UP007  # as many as there are
    if origin is tuple:
        return GenericAlias(tuple, (_annotation(parts[0]), ...))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Annotated[_twin(annotation), AfterValidator(partial(_ours, annotation))]
    return annotation


def _mark(mark: object) -> object:
    match mark:
        case Before(change):
            return BeforeValidator(change)
        case After(change):
            return AfterValidator(change)
        case Filled():
            return Field(min_length=1)
        case Typed():
            return WithJsonSchema({"type": "string"})
        case _:
            raise TypeError(mark)
