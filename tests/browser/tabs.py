"""What a test can do with a tab in every browser."""

from typing import Any, Protocol

FORBID_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
)


class Tab(Protocol):
    """What of a playwright Page there is in every browser."""

    def goto(self, url: str, *, wait_until: Any) -> Any: ...
    def reload(self, *, wait_until: Any) -> Any: ...
    def close(self) -> None: ...
    def evaluate(self, script: str, argument: Any = None, /) -> Any: ...


class OpenTab(Protocol):
    """Opens a page in a tab beside those of the same person; in one without storage the browser refuses to keep anything."""

    def __call__(self, url: str, *, storage: bool = True) -> Tab: ...
