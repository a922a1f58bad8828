"""Colours that can be read: contrast as WCAG 2.2 counts it, and what a school's two colours become in the dark.

Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio and #dfn-relative-luminance.
"""

import colorsys
from collections.abc import Iterable

WHITE = "#ffffff"
GROUNDS = ("#fffefb", "#f4f2ec", "#fdf1e4")
"""What links stand on in the light: paper, tint and that of what is marked, as tokens.css has them."""
DARK_GROUNDS = ("#141824", "#1d2231", "#2d2416")
"""The same in the dark."""
ENOUGH = 4.5
"""For text, by success criterion 1.4.3."""
AT_EASE = 7.0
"""For links in the dark: as far above what is needed as the course's own."""
_STEPS = 200

Channels = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """How much two colours, such as #1d2b4f, differ in light: from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: str, others: Iterable[str]) -> float:
    """The contrast with that of `others` from which it differs least."""
    return min(contrast(colour, other) for other in others)


def nearest_readable(colour: str, others: Iterable[str]) -> str:
    """The lightest colour of the same hue and saturation, at most as light, that can be read with all of `others`."""
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(colour))
    grounds = tuple(others)
    darker = (_hex(colorsys.hls_to_rgb(hue, light * (1 - step / _STEPS), saturation)) for step in range(_STEPS + 1))
    return next(found for found in darker if least_contrast(found, grounds) >= ENOUGH)


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with a share of `other` in it, from 0 to 1."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    red, green, blue = (one * (1 - share) + two * share for one, two in pairs)
    return _hex((red, green, blue))


def light_variant(colour: str) -> str:
    """A link's colour for the dark: with as much white in it as makes it easy to read there."""
    lighter = (mix(colour, WHITE, step / _STEPS) for step in range(_STEPS + 1))
    return next(found for found in lighter if least_contrast(found, DARK_GROUNDS) >= AT_EASE)


def dark_variant(colour: str) -> str:
    """A bar's colour for the dark: white on it is only read more easily."""
    return mix(colour, "#000000", 0.5)


def quiet_on(brand: str) -> str:
    """What is less important on a bar of the colour `brand`: as much of it in the white as leaves it readable."""
    quieter = (mix(WHITE, brand, step / _STEPS) for step in range(_STEPS // 6, -1, -1))
    return next((found for found in quieter if contrast(found, brand) >= ENOUGH), WHITE)


def _luminance(colour: str) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> Channels:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: Channels) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
