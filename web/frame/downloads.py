"""A file as an answer."""

from urllib.parse import quote

from starlette.responses import Response

#: What a file is, by the end of its name.
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def download(name: str, content: bytes) -> Response:
    """To be kept by the browser under this name, which may be Japanese; never shown in a page."""
    ending = name.rpartition(".")[2]
    return Response(
        content,
        media_type=_TYPES[ending],
        headers={
            "content-disposition": f'attachment; filename="file.{ending}"; '
            f"filename*=UTF-8''{quote(name)}",
            "cache-control": "no-store",
        },
    )
