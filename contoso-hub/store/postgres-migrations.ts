/**
 * Migrations of the PostgreSQL store, applied in order, never changed once released. Every key begins with the tenant.
 * Texts are compared byte by byte (COLLATE "C"), whatever the database's own order is. Keys of PostgreSQL only ascend, so
 * that of a timeline has the time with its sign turned: newest first, in one index.
 */
export const postgresMigrations: readonly string[] = [
  `
  CREATE TABLE contoso_hub.crm_connection (
    tenant TEXT COLLATE "C", type TEXT COLLATE "C", host TEXT COLLATE "C",
    PRIMARY KEY (tenant, type, host)
  );

  CREATE TABLE contoso_hub.subject (
    tenant TEXT COLLATE "C", id TEXT COLLATE "C", kind TEXT COLLATE "C" NOT NULL, name_key TEXT COLLATE "C" NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
  );
  CREATE INDEX subject_by_name ON contoso_hub.subject (tenant, kind, name_key);

  CREATE TABLE contoso_hub.record (
    tenant TEXT COLLATE "C", type TEXT COLLATE "C", id TEXT COLLATE "C", crm_host TEXT COLLATE "C",
    crm_type TEXT NOT NULL, subject TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, type, id, crm_host)
  );

  CREATE TABLE contoso_hub.activity (
    tenant TEXT COLLATE "C", subject TEXT COLLATE "C", at BIGINT NOT NULL, id TEXT COLLATE "C", facts TEXT NOT NULL,
    minus_at BIGINT GENERATED ALWAYS AS (-at) STORED,
    PRIMARY KEY (tenant, subject, minus_at, id)
  );

  CREATE TABLE contoso_hub.agreement (
    tenant TEXT COLLATE "C", subject TEXT COLLATE "C", id TEXT COLLATE "C", at BIGINT NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, subject, id)
  );
  CREATE INDEX agreement_by_time ON contoso_hub.agreement (tenant, subject, at DESC, id);

  CREATE TABLE contoso_hub.person (
    tenant TEXT COLLATE "C", email TEXT COLLATE "C", account TEXT COLLATE "C", facts TEXT NOT NULL,
    PRIMARY KEY (tenant, email, account)
  );

  CREATE TABLE contoso_hub.acquaintance (
    tenant TEXT COLLATE "C", subject TEXT COLLATE "C", contact TEXT COLLATE "C", colleague TEXT COLLATE "C",
    meetings BIGINT NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, subject, contact, colleague)
  );
  CREATE INDEX acquaintance_by_meetings ON contoso_hub.acquaintance (tenant, subject, meetings DESC);
  CREATE INDEX acquaintance_of_contact ON contoso_hub.acquaintance (tenant, subject, contact, meetings DESC);

  CREATE TABLE contoso_hub.stakeholder (
    tenant TEXT COLLATE "C", subject TEXT COLLATE "C", id TEXT COLLATE "C", power BIGINT NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, subject, id)
  );
  CREATE INDEX stakeholder_by_power ON contoso_hub.stakeholder (tenant, subject, power DESC, id);

  CREATE TABLE contoso_hub.content (
    tenant TEXT COLLATE "C", id TEXT COLLATE "C", opened BIGINT NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
  );
  CREATE INDEX content_by_use ON contoso_hub.content (tenant, opened DESC, id);
  `,
];
