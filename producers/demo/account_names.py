"""What the accounts of the sample pools are called: evidently samples."""

from models.accounts import AccountRole

ACCOUNT_NAMES = {
    AccountRole.COORDINATOR: "見本 調整",
    AccountRole.TALENT: "見本 人材",
    AccountRole.MUNICIPALITY: "見本 市町村",
    AccountRole.OPS: "見本 運用",
    AccountRole.ADMIN: "見本 管理",
}
