"""The fields of requests, demand lines, talents, people and settings: one table for all doors.

Labels, readers of options and cells, messages about documents and pages of forms go by it. A new
field of a model gets a row here.
"""

from collections.abc import Mapping

from wording.fields.field import Field

FIELDS: Mapping[str, Field] = {
    "pool_id": Field(ja="人材プール", en="pool", kind="fixed"),
    "request_id": Field(ja="要請ID", en="request id", kind="fixed"),
    "talent_id": Field(ja="人材ID", en="talent id", kind="fixed"),
    "talent": Field(ja="人材", en="talent"),
    "revision": Field(ja="版", en="revision", kind="fixed"),
    "status": Field(ja="状態", en="status", kind="choice", table="statuses", also=("ステータス",)),
    "title": Field(ja="事業名", en="title", kind="text", also=("件名",)),
    "theme": Field(ja="テーマ", en="theme", kind="text"),
    "nature": Field(
        ja="業務の性質", en="nature of work", kind="choice", table="natures", also=("性質",)
    ),
    "municipalities": Field(
        ja="市区町村",
        en="municipalities",
        kind="places",
        own_pool=True,
        also=("市町村", "市区町村名"),
    ),
    "urgency": Field(ja="緊急度", en="urgency", kind="choice", table="urgencies"),
    "pm_in_place": Field(
        ja="自前のPM", en="PM in place", kind="yes_no", also=("PM在籍", "市町村側のPM")
    ),
    "vendors": Field(
        ja="関係する事業者（法人番号）",
        en="vendors (corporate numbers)",
        kind="corporate_numbers",
        also=("関係する事業者",),
    ),
    "owner": Field(ja="業務の担当課", en="owning section", kind="text", also=("受入担当",)),
    "operator": Field(
        ja="稼働後の運用", en="operation afterwards", kind="text", also=("運用の担当",)
    ),
    "retired": Field(ja="外した要請枠", en="removed demand lines", kind="fixed"),
    "lines": Field(ja="要請枠", en="demand lines"),
    "line": Field(ja="枠番号", en="line number", kind="fixed"),
    "role": Field(ja="役割", en="role", kind="choice", table="roles"),
    "roles": Field(ja="役割", en="roles", kind="choices", table="roles"),
    "hours": Field(ja="時間", en="hours"),
    "skills": Field(ja="スキル", en="skills", kind="skills", also=("必要なスキル",)),
    "people": Field(ja="人数", en="people", kind="number"),
    "minimum_percent": Field(
        ja="最低割合（%）", en="minimum (%)", kind="number", also=("最低割合", "最低充足率")
    ),
    "on_site_percent": Field(
        ja="現地割合（%）", en="on site (%)", kind="number", also=("現地割合", "訪問の割合", "訪問")
    ),
    "exclusive": Field(ja="専任", en="exclusive", kind="yes_no"),
    "form": Field(
        ja="雇用形態", en="employment form", kind="choice", table="forms", also=("形態",)
    ),
    "contract_from": Field(ja="契約開始月", en="contract from", kind="month"),
    "contract_until": Field(ja="契約終了月", en="contract until", kind="month"),
    "capacity": Field(ja="稼働可能時間", en="capacity"),
    "overhead": Field(
        ja="固定の時間（月）",
        en="overhead (a month)",
        kind="hours",
        also=("固定業務", "固定の時間"),
    ),
    "municipalities_at_once": Field(
        ja="同時担当数",
        en="municipalities at once",
        kind="number",
        also=("同時に担当できる市区町村数",),
    ),
    "base": Field(ja="拠点", en="base", kind="place", optional=True),
    "remote": Field(ja="リモート可", en="remote", kind="yes_no", also=("遠隔可",)),
    "excluded": Field(
        ja="除外する市区町村", en="excluded municipalities", kind="places", also=("除外",)
    ),
    "employer": Field(
        ja="雇用元（法人番号）",
        en="employer (corporate number)",
        kind="corporate_number",
        optional=True,
        also=("雇用元", "雇用元の法人番号"),
    ),
    "renewed_until": Field(ja="再任用の終了月", en="renewed until", kind="month", optional=True),
    "trained_from": Field(
        ja="研修修了（配置できる月）",
        en="trained from",
        kind="month",
        optional=True,
        also=("研修修了",),
    ),
    "training_waiver": Field(
        ja="研修免除の理由",
        en="training waived",
        kind="choice",
        table="training_waivers",
        optional=True,
        also=("研修免除",),
    ),
    "sample": Field(ja="見本", en="sample", kind="yes_no"),
    "name": Field(ja="氏名", en="name", kind="text"),
    "mail": Field(ja="メール", en="mail", kind="text"),
    "note": Field(ja="メモ", en="note", kind="text"),
    "settings": Field(ja="設定", en="settings"),
    "release_at_once": Field(ja="すぐに提案する", en="release at once", kind="yes_no"),
    "block": Field(ja="1か月の最小時間", en="least hours in a month", kind="hours"),
    "horizon": Field(ja="計画する月数", en="months planned ahead", kind="number"),
    "weights": Field(ja="重み", en="weights"),
    "closed_days": Field(ja="閉庁日", en="closed days", kind="days"),
    "need": Field(ja="必要度", en="need"),
    "natures": Field(ja="従事できる業務", en="natures of work"),
    "code": Field(ja="市区町村コード（code）", en="code"),
    "lat": Field(ja="緯度（lat）", en="lat"),
    "lon": Field(ja="経度（lon）", en="lon"),
    "island": Field(ja="離島（island）", en="island"),
    "population": Field(ja="人口（population）", en="population"),
    "it_staff": Field(ja="情報担当者数（it_staff）", en="it_staff"),
    "digital_services": Field(ja="デジタルサービス数（digital_services）", en="digital_services"),
    "training_required": Field(ja="研修を配置の条件にする", en="training required", kind="yes_no"),
}
