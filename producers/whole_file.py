"""A file is written whole or not at all, never over another in silence; causes in words."""

import errno
import os
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from models.errors import Mistake
from models.phrase import Phrase

#: What an operating system says, and what it means to people: Japanese, English.
_CAUSES = {
    errno.ENOENT: Phrase.of("file_folder_missing"),
    errno.ENOTDIR: Phrase.of("file_path_no_folder"),
    errno.EISDIR: Phrase.of("file_is_folder"),
    errno.EACCES: Phrase.of("file_forbidden"),
    errno.EROFS: Phrase.of("file_read_only"),
    errno.ENOSPC: Phrase.of("disk_full"),
    errno.EFBIG: Phrase.of("file_too_big_for_place"),
    errno.EBUSY: Phrase.of("file_busy_elsewhere"),
    errno.ENAMETOOLONG: Phrase.of("file_name_too_long"),
    errno.ELOOP: Phrase.of("file_links_circle"),
}
_SAME = {errno.EPERM: errno.EACCES, errno.EDQUOT: errno.ENOSPC, errno.ETXTBSY: errno.EBUSY}


def may_write(file: Path, *inputs: Path, force: bool) -> None:
    """Raises Mistake, before any work is done, where a file must not or cannot be written.

    A file that is there is written over with `force` alone, and one of the `inputs` never, whatever
    paths lead to it.
    """
    try:
        target = file.resolve()
        if any(target == each.resolve() for each in inputs):
            raise Mistake("file_is_read_in", file=str(file))
        if target.is_dir():
            raise _mistake(file, errno.EISDIR)
        if not target.parent.is_dir():
            raise _mistake(file, errno.ENOTDIR if target.parent.exists() else errno.ENOENT)
        if not target.exists() or not target.is_file():
            return
        if (lock := _lock_of(target)) is not None:
            raise Mistake("file_open_in_app", file=str(file), lock=lock.name)
    except (OSError, RuntimeError) as error:
        raise not_written(file, error) from None
    if not force:
        raise Mistake("file_there", file=str(file))


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Write files: all of them whole, or none. Raises Mistake with the cause in words."""
    staged: list[tuple[Path, Path, Path]] = []
    file = Path()
    try:
        for file, content in contents.items():
            target = file.resolve()
            if target.exists() and not target.is_file():
                # A pipe or a device is written to, never put away.
                target.write_bytes(content)
            else:
                staged.append((file, _beside(target, content), target))
        for named, beside, target in staged:
            file = named
            os.replace(beside, target)
            _settle(target.parent)
    except (OSError, RuntimeError) as error:
        raise not_written(file, error) from None
    finally:
        for _, beside, _ in staged:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it. Raises Mistake with the cause in words."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise _mistake(folder, errno.ENOTDIR) from None
    except OSError as error:
        raise not_written(folder, error) from None


def not_written(file: Path, error: OSError | RuntimeError) -> Mistake:
    """What an error of the operating system means for a file that was to be written."""
    number = error.errno if isinstance(error, OSError) else errno.ELOOP
    return _mistake(file, number or errno.EACCES)


def _beside(target: Path, content: bytes) -> Path:
    """The content in a file of its own in the same folder, down on the disk."""
    descriptor, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode(target))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _mode(target: Path) -> int:
    """The permissions it has, or those of a new file."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """The new name is down on the disk too, where the system can say so of a folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _lock_of(target: Path) -> Path | None:
    """What Excel or LibreOffice puts beside a file while it has it open."""
    locks = (f"~${target.name}", f"~${target.name[2:]}", f".~lock.{target.name}#")
    return next((each for lock in locks if (each := target.with_name(lock)).is_file()), None)


def _mistake(file: Path, number: int) -> Mistake:
    number = _SAME.get(number, number)
    why = _CAUSES.get(number, os.strerror(number))
    return Mistake("file_not_written", file=str(file), why=why)
