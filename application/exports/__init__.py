"""Plans written out: one renderer for tables in a workbook or CSV, one for JSON."""
