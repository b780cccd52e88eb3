"""Pages, the HTTP API and the live stream: words and views of the use cases in a browser."""
