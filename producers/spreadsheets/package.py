"""The zip that a workbook is: its parts by name, and which part is related to which."""

import io
import posixpath
import zipfile
from typing import IO, Self
from urllib.parse import unquote

from models.phrase import Phrase
from producers.spreadsheets.damaged import Damaged
from producers.spreadsheets.markup import local, walk

#: What a workbook may unpack to; each part holds to the size that its entry states.
MAX_UNPACKED = 200_000_000
_MOST_PARTS = 10_000

#: Other files that are zips too, by a part they have.
_OTHERS = (
    ("xl/workbook.bin", Phrase.of("file_kind_xlsb")),
    ("content.xml", Phrase.of("file_kind_ods")),
    ("index/document.iwa", Phrase.of("file_kind_numbers")),
    ("index.zip", Phrase.of("file_kind_numbers")),
    ("word/document.xml", Phrase.of("file_kind_word")),
    ("ppt/presentation.xml", Phrase.of("file_kind_powerpoint")),
)


class Package:
    """The parts of a workbook. Raises Damaged where it cannot be opened or is something else."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
            raise Damaged("file_damaged") from None
        entries = self._zip.infolist()
        # A folder is no part. Some writers separate with \, others begin with /.
        self._entries = {_plain(each.filename): each for each in entries if not each.is_dir()}
        if len(entries) > _MOST_PARTS or sum(each.file_size for each in entries) > MAX_UNPACKED:
            raise Damaged("file_too_large", limit=f"{MAX_UNPACKED // 1_000_000} MB")
        if any(each.flag_bits & 1 for each in entries):
            raise Damaged("file_encrypted")
        self.main = self._main()

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _plain(name) in self._entries

    def open(self, name: str) -> "Part":
        """A part as a stream. Raises Damaged where there is none."""
        try:
            return Part(self._zip.open(self._entries[_plain(name)]))
        except Exception as error:
            raise _damage(error) from None

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """The relations of a part by id: what the target is (`worksheet`), and its name."""
        folder, _, own = name.rpartition("/")
        relations = f"{folder}/_rels/{own}.rels" if folder else f"_rels/{own}.rels"
        found: dict[str, tuple[str, str]] = {}
        if not self.has(relations):
            return found

        def begin(element: str, attributes: dict[str, str]) -> None:
            if element == "Relationship" and attributes.get("TargetMode") != "External":
                target = unquote(local(attributes, "Target")).replace("\\", "/")
                kind = local(attributes, "Type").rpartition("/")[2]
                whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[local(attributes, "Id")] = (kind, whole)

        with self.open(relations) as part:
            walk(part, begin, lambda _: None)
        return found

    def _main(self) -> str:
        for kind, target in self.related("").values():
            if kind == "officeDocument" and self.has(target) and self._is_workbook(target):
                return target
        if self.has("xl/workbook.xml"):
            return "xl/workbook.xml"
        names = set(self._entries)
        for name, what in _OTHERS:
            if name in names:
                raise Damaged("file_other", what=what)
        if any(name.endswith((".xlsx", ".xlsm", ".csv")) for name in names):
            raise Damaged("file_zipped")
        raise Damaged("file_type")

    def _is_workbook(self, name: str) -> bool:
        root: list[str] = []
        if name.endswith(".bin"):
            return False
        with self.open(name) as part:
            walk(part, lambda element, _: root.append(element), lambda _: None)
        return root[:1] == ["workbook"]


class Part:
    """A part while it is unpacked. Raises Damaged where its bytes are not what the zip says."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        try:
            return self._stream.read(size)
        except Exception as error:
            raise _damage(error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()


def _damage(error: Exception) -> Exception:
    """Damaged for whatever the zip or one of the compression libraries raises; else the error."""
    known = (zipfile.BadZipFile, KeyError, RuntimeError, OSError, ValueError, EOFError)
    # Each compression library has an error class of its own.
    if isinstance(error, known) or type(error).__module__ in ("zlib", "lzma", "_lzma", "bz2"):
        return Damaged("file_damaged")
    return error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
