/**
 * Migrations of the SQLite store, applied in order, never changed once released. Every key begins with the tenant; the
 * tables are clustered by their key, so that what belongs to one subject is read in one piece, newest first.
 */
export const sqliteMigrations: readonly string[] = [
  `
  CREATE TABLE crm_connection (
    tenant TEXT NOT NULL, type TEXT NOT NULL, host TEXT NOT NULL,
    PRIMARY KEY (tenant, type, host)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE subject (
    tenant TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, name_key TEXT NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX subject_by_name ON subject (tenant, kind, name_key);

  CREATE TABLE record (
    tenant TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, crm_host TEXT NOT NULL, crm_type TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (tenant, type, id, crm_host)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE activity (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL, id TEXT NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, subject, at DESC, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE agreement (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, subject, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX agreement_by_time ON agreement (tenant, subject, at DESC, id);

  CREATE TABLE person (
    tenant TEXT NOT NULL, email TEXT NOT NULL, account TEXT NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, email, account)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE acquaintance (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, contact TEXT NOT NULL, colleague TEXT NOT NULL,
    meetings INTEGER NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, subject, contact, colleague)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX acquaintance_by_meetings ON acquaintance (tenant, subject, meetings DESC);
  CREATE INDEX acquaintance_of_contact ON acquaintance (tenant, subject, contact, meetings DESC);

  CREATE TABLE stakeholder (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, id TEXT NOT NULL, power INTEGER NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, subject, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX stakeholder_by_power ON stakeholder (tenant, subject, power DESC, id);

  CREATE TABLE content (
    tenant TEXT NOT NULL, id TEXT NOT NULL, opened INTEGER NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX content_by_use ON content (tenant, opened DESC, id);
  `,
  `
  CREATE TABLE event (
    tenant TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE fact_version (
    tenant TEXT NOT NULL, fact TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (tenant, fact)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX agreement_by_id ON agreement (tenant, id);
  `,
];
