"""The words of the readers' tests: places by the names of the real registry."""

from infra.registry import Registry
from wording import Words

JA, EN = (Words(lang, Registry()) for lang in ("ja", "en"))
