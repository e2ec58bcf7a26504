"""Model stage: what the form says, as values with types."""

from noticegen.model.item import Item
from noticegen.model.kinds import Kind, Status
from noticegen.model.labels import all_labels, top_labels
from noticegen.model.notice import Notice
from noticegen.model.validate import validate
from noticegen.model.wording import PartWording, Wording

__all__ = [
    "Item",
    "Kind",
    "Notice",
    "PartWording",
    "Status",
    "Wording",
    "all_labels",
    "top_labels",
    "validate",
]
