"""Where match events may be sent: allowed hosts over https, this machine over http too."""

import pytest

from models.webhooks import fault_of


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://hooks.example.jp/a?b=1", None),
        ("http://127.0.0.1:9/x", None),
        ("http://hooks.example.jp/", "webhook_not_encrypted"),
        ("https://evil.example.jp/", "webhook_host_not_allowed"),
        ("https://hooks.example.jp@evil.example.jp/", "webhook_url_wrong"),
        ("https://hooks.example.jp.evil.jp/", "webhook_host_not_allowed"),
        ("file:///etc/passwd", "webhook_url_wrong"),
        ("https://hooks.example.jp:x/", "webhook_url_wrong"),
        ("https://[::1", "webhook_url_wrong"),
        ("https://hooks.example.jp/\n", "webhook_url_wrong"),
        ("", "webhook_url_wrong"),
    ],
)
def test_addresses_that_may_be_sent_to(url: str, fault: str | None) -> None:
    assert fault_of(url, ("hooks.example.jp", "127.0.0.1")) == fault
