# reports: documents, formats, appendices; no SQL and no terminal.
include reports/doc/local.mk
include reports/backend/local.mk
include reports/book/local.mk
include reports/edition/local.mk
