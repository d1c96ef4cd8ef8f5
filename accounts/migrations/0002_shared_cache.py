"""The table in which every process counts wrong codes, and knows those used."""

from django.db import migrations

MAKE = """
    CREATE TABLE accounts_shared_cache (
        cache_key varchar(255) PRIMARY KEY,
        value text NOT NULL,
        expires timestamptz NOT NULL
    );
    CREATE INDEX accounts_shared_cache_expires ON accounts_shared_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [migrations.RunSQL(MAKE, "DROP TABLE accounts_shared_cache")]
