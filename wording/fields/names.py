"""The fields of requests, talents and settings as people read them."""

from collections.abc import Mapping

from wording.reader import Lang

_NAMES: Mapping[str, tuple[str, str]] = {
    "pool_id": ("人材プール", "pool"),
    "request_id": ("支援要請のID", "request id"),
    "talent_id": ("人材のID", "talent id"),
    "talent": ("人材", "talent"),
    "revision": ("版", "revision"),
    "status": ("状態", "status"),
    "title": ("件名", "title"),
    "theme": ("テーマ", "theme"),
    "nature": ("業務の性質", "nature of work"),
    "municipalities": ("市区町村", "municipalities"),
    "urgency": ("緊急度", "urgency"),
    "pm_in_place": ("市町村側のPM", "PM in place"),
    "vendors": ("関係する事業者（法人番号）", "vendors (corporate numbers)"),
    "lines": ("要請枠", "demand lines"),
    "line": ("枠番号", "line number"),
    "role": ("役割", "role"),
    "roles": ("役割", "roles"),
    "hours": ("時間", "hours"),
    "skills": ("スキル", "skills"),
    "people": ("人数", "people"),
    "minimum_percent": ("最低充足率（%）", "minimum (%)"),
    "on_site_percent": ("訪問の割合（%）", "on site (%)"),
    "exclusive": ("専任", "exclusive"),
    "form": ("雇用形態", "employment form"),
    "contract_from": ("契約開始月", "contract from"),
    "contract_until": ("契約終了月", "contract until"),
    "capacity": ("稼働可能時間", "capacity"),
    "overhead": ("固定の時間（月）", "overhead per month"),
    "municipalities_at_once": ("同時に担当できる市区町村数", "municipalities at once"),
    "base": ("拠点", "base"),
    "remote": ("リモート可", "remote"),
    "excluded": ("除外する市区町村", "excluded municipalities"),
    "employer": ("雇用元の法人番号", "employer (corporate number)"),
    "renewed_until": ("再任用の終了月", "renewed until"),
    "trained_from": ("研修修了（配置できる月）", "trained: placed from"),
    "training_waiver": ("研修免除の理由", "why the training is waived"),
    "sample": ("見本", "sample"),
    "name": ("氏名", "name"),
    "mail": ("メール", "mail"),
    "note": ("メモ", "note"),
    "settings": ("設定", "settings"),
    "release_at_once": ("すぐに提案する", "release at once"),
    "block": ("1か月の最小時間", "least hours in a month"),
    "horizon": ("計画する月数", "months planned ahead"),
    "weights": ("重み", "weights"),
    "closed_days": ("閉庁日", "closed days"),
    "need": ("必要度", "need"),
    "natures": ("従事できる業務", "natures of work"),
    "code": ("市区町村コード（code）", "code"),
    "lat": ("緯度（lat）", "lat"),
    "lon": ("経度（lon）", "lon"),
    "island": ("離島（island）", "island"),
    "population": ("人口（population）", "population"),
    "it_staff": ("情報担当者数（it_staff）", "it_staff"),
    "digital_services": ("デジタルサービス数（digital_services）", "digital_services"),
    "training_required": ("研修を配置の条件にする", "training required"),
}


def field_label(name: str, lang: Lang = "ja") -> str:
    """The name of a field as people read it; an unknown one is its own label."""
    words = _NAMES.get(name)
    return words[lang == "en"] if words else name
