# The service, from hash-locked packages; a checkout, not a library.
FROM python:3.12-slim

WORKDIR /app
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1

# Packages first: they change less often than the code.
COPY requirements/runtime.lock requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/runtime.lock

COPY pyproject.toml README.md ./
COPY models models
COPY matcher matcher
COPY wording wording
COPY application application
COPY producers producers
COPY consumers consumers
COPY infra infra
COPY web web
COPY service service
COPY docs/examples docs/examples
# Compiled once, as pip does with packages: no call compiles our own files again.
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && python -m compileall -q */ \
    && useradd --system --create-home talentpool \
    && install --directory --owner talentpool var /var/cache/talentpool

USER talentpool
# Compiled for this machine's processor; on another kind the service compiles once more, in the background.
ENV NUMBA_CACHE_DIR=/var/cache/talentpool
RUN python -m matcher.solving.compile_all || true
ENTRYPOINT ["talentpool"]
CMD ["up"]
