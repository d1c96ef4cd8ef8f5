"""The functions in the database that the triggers of many tables call.

Core's first migration makes them; whoever changes one adds an ``InstallFunctions`` of
it to a new migration. The tables' names are Django's own (``app_model``), and so the
name of a row's model and of its history follow from ``TG_TABLE_NAME``.
"""

# Transaction ids begin anew with each server: a restored store adds to them what was
# used before, so that its feed goes on behind all that readers have seen.
FEED_EPOCH = """CREATE OR REPLACE FUNCTION core_feed_epoch() RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN {epoch}::bigint"""

_BUMP_REVISION = """
BEGIN
    NEW.revision = OLD.revision + 1;
    RETURN NEW;
END
"""


def insert_changes(
    rows: str, *, model: str, operation: str, context: str, hidden: str = "false"
) -> str:
    """SQL that writes one Change row per row; each argument is SQL.

    ``rows`` is a relation ``r`` with ids and revisions, ``context`` the id of the
    history context, ``hidden`` whether the change of ``r`` stays out of the public
    feed.
    """
    return f"""INSERT INTO core_change
            (txid, at, model, row_id, operation, revision, context_id, hidden)
        SELECT core_feed_epoch() + pg_current_xact_id()::text::bigint,
            clock_timestamp(),
            {model}, r.id, {operation}, r.revision, {context}, ({hidden})
        FROM {rows}"""  # noqa: S608 - built from our own names and conditions


_CHANGES = insert_changes(
    "rows r",
    model="changed_model",
    operation="lower(TG_OP)",
    context="change_context",
)
_CHANGES_HIDDEN_IF = insert_changes(
    "rows r", model="$1", operation="$2", context="$3", hidden="%s"
)

# The argument, if there is one, is a condition on the row ``r`` under which the change
# stays out of the public feed. Without one PostgreSQL plans the statement only once.
_FEED_CHANGES = f"""
DECLARE
    changed_model text := substring(TG_TABLE_NAME FROM '[^_]*$');
    change_context uuid := _pgh_attach_context();
BEGIN
    IF TG_NARGS = 0 THEN
        {_CHANGES};
    ELSE
        EXECUTE format('{_CHANGES_HIDDEN_IF}', TG_ARGV[0])
            USING changed_model, lower(TG_OP), change_context;
    END IF;
    RETURN NULL;
END
"""

# While a recording runs, the setting is its id; without one the trigger is not called.
_RECORD_ROW = """
BEGIN
    INSERT INTO core_recordedrow (recording_id, model, row_id, before, revision)
    VALUES (current_setting('footing.recording')::bigint,
        substring(TG_TABLE_NAME FROM '[^_]*$'),
        COALESCE(NEW.id, OLD.id), to_jsonb(OLD), NEW.revision)
    ON CONFLICT (recording_id, model, row_id)
        DO UPDATE SET revision = EXCLUDED.revision;
    RETURN NULL;
END
"""

# History has those of a table's columns that its model does not leave out.
_KEEP_HISTORY = """
DECLARE
    history regclass := format('%I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME || 'event');
    context uuid := _pgh_attach_context();
    columns text;
BEGIN
    SELECT string_agg(quote_ident(kept.attname), ', ') INTO columns
    FROM pg_attribute kept
    JOIN pg_attribute own ON own.attrelid = TG_RELID AND own.attname = kept.attname
    WHERE kept.attrelid = history AND kept.attnum > 0 AND NOT kept.attisdropped;
    EXECUTE format(
        'INSERT INTO %s
            (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, %s)
        SELECT now(), $1, id, $2, %2$s
        FROM rows', history, columns
    ) USING lower(TG_OP), context;
    RETURN NULL;
END
"""

# The name alone: what it means in words is declared with the rule, not kept here.
_REFUSE = """
BEGIN
    RAISE check_violation USING
        MESSAGE = TG_ARGV[0], CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
END
"""

_REFUSE_MERGING_INTO_MERGED = """
DECLARE
    is_merged boolean;
BEGIN
    EXECUTE format('SELECT merged_into_id IS NOT NULL FROM %s WHERE id = $1',
        TG_RELID::regclass) INTO is_merged USING NEW.merged_into_id;
    IF is_merged THEN
        RAISE check_violation USING
            MESSAGE = TG_ARGV[0], CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
"""

TRIGGER_FUNCTIONS = {
    "core_bump_revision": _BUMP_REVISION,
    "core_feed_changes": _FEED_CHANGES,
    "core_keep_history": _KEEP_HISTORY,
    "core_record_row": _RECORD_ROW,
    "core_refuse": _REFUSE,
    "core_refuse_merging_into_merged": _REFUSE_MERGING_INTO_MERGED,
}
