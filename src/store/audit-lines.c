/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lines of the audit as people read them: read by the page, and what the reader may not know taken out.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/audit-lines.h"

#include "core/wipe.h"
#include "records/registry.h"
#include "store/attachment.h"
#include "store/audit-secret.h"
#include "store/store-private.h"

struct _HearthAuditLine {
  GObject parent_instance;

  gint64 sequence;
  char *at;
  char *person;
  char *role;
  char *action;
  char *type;
  char *id;
  gint64 revision;
  char *reason;

  char *indexed_type; /* of the record with that id, or "" */
  char *resident; /* of @files the first */
  GStrv files;    /* it was in */
  bool is_attachment;
};

G_DEFINE_FINAL_TYPE (HearthAuditLine, hearth_audit_line, G_TYPE_OBJECT)

static void
hearth_audit_line_finalize (GObject *object)
{
  HearthAuditLine *line = HEARTH_AUDIT_LINE (object);

  g_free (line->at);
  g_free (line->person);
  g_free (line->role);
  g_free (line->action);
  g_free (line->type);
  g_free (line->id);
  hearth_text_wipe (line->reason);
  g_free (line->indexed_type);
  g_free (line->resident);
  g_strfreev (line->files);
  G_OBJECT_CLASS (hearth_audit_line_parent_class)->finalize (object);
}

static void
hearth_audit_line_class_init (HearthAuditLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_audit_line_finalize;
}

static void
hearth_audit_line_init (HearthAuditLine *line)
{
}

/* --- reading --------------------------------------------------------------------------- */

static const char *
get_page_sql (void)
{
  static char *sql;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GString) text =
        g_string_new ("SELECT a.sequence, a.at || a.utc_offset, a.person, a.role, a.action, a.type, a.id, "
                      "a.revision, a.reason, i.type, coalesce (i.resident, f.resident), f.id IS NOT NULL "
                      "FROM audit a LEFT JOIN record_index i ON i.id = a.id "
                      "LEFT JOIN attachment f ON f.id = a.id WHERE a.sequence IN (");

      for (guint i = 1; i <= HEARTH_AUDIT_PAGE_LINES; i++)
        g_string_append_printf (text, i > 1 ? ", ?%u" : "?%u", i);
      g_string_append_c (text, ')');
      sql = g_string_free_and_steal (g_steal_pointer (&text));
      g_once_init_leave (&once, 1);
    }
  return sql;
}

static HearthAuditLine *
new_empty (gint64 sequence)
{
  HearthAuditLine *line = g_object_new (HEARTH_TYPE_AUDIT_LINE, NULL);
  char **const texts[] = { &line->at, &line->person, &line->role,         &line->action,  &line->type,
                           &line->id, &line->reason, &line->indexed_type, &line->resident };

  line->sequence = sequence;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup ("");
  line->files = g_new0 (char *, 1);
  return line;
}

/* Where that cannot be asked, the line is in nobody's file, and what it is about is withheld anyway. */
static void
fill_in_files (HearthAuditLine *line, HearthStore *store, const char *resident)
{
  const HearthRecordType *type = hearth_records_lookup_type (line->indexed_type);
  const char *const files[] = { *resident != '\0' ? resident : NULL, NULL };

  line->files =
    type != NULL ? hearth_store_dup_files (store, type, line->id, resident) : g_strdupv ((GStrv) files);
  if (line->files == NULL)
    line->files = g_new0 (char *, 1);
  line->resident = g_strdup (line->files[0] != NULL ? line->files[0] : "");
}

static HearthAuditLine *
read_line (HearthStore *store, HearthStatement *statement)
{
  HearthAuditLine *line = g_object_new (HEARTH_TYPE_AUDIT_LINE, NULL);

  line->sequence = hearth_statement_get_int64 (statement, 0);
  line->at = g_strdup (hearth_statement_get_text (statement, 1));
  line->person = g_strdup (hearth_statement_get_text (statement, 2));
  line->role = g_strdup (hearth_statement_get_text (statement, 3));
  line->action = g_strdup (hearth_statement_get_text (statement, 4));
  line->type = g_strdup (hearth_statement_get_text (statement, 5));
  line->id = g_strdup (hearth_statement_get_text (statement, 6));
  line->revision = hearth_statement_get_int64 (statement, 7);
  line->reason = g_strdup (hearth_statement_get_text (statement, 8));
  line->indexed_type = g_strdup (hearth_statement_get_text (statement, 9));
  line->is_attachment = hearth_statement_get_int64 (statement, 11) != 0;
  fill_in_files (line, store, hearth_statement_get_text (statement, 10));
  return line;
}

bool
hearth_audit_lines_read (HearthStore *store,
                         const gint64 *sequences,
                         gsize n_sequences,
                         HearthAuditLine **out,
                         GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (store->db, get_page_sql (), error);
  HearthStep step = HEARTH_STEP_ERROR;

  g_assert (n_sequences > 0 && n_sequences <= HEARTH_AUDIT_PAGE_LINES);

  for (gsize i = 0; i < n_sequences; i++)
    out[i] = NULL;
  for (gsize i = 0; statement != NULL && i < HEARTH_AUDIT_PAGE_LINES; i++)
    hearth_statement_bind_int64 (statement, (int) i + 1, sequences[MIN (i, n_sequences - 1)]);
  while (statement != NULL && (step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    for (gsize i = 0; i < n_sequences; i++)
      if (sequences[i] == hearth_statement_get_int64 (statement, 0))
        out[i] = read_line (store, statement);
  /* A list model may not answer with nothing; a row that somebody took away leaves a gap to be seen. */
  for (gsize i = 0; i < n_sequences; i++)
    if (out[i] == NULL)
      out[i] = new_empty (sequences[i]);
  return step == HEARTH_STEP_DONE;
}

/* --- what the reader may know ------------------------------------------------------------ */

bool
hearth_audit_is_kept_from (HearthStore *store, const char *resident)
{
  const HearthRecordType *type = hearth_records_lookup_type ("resident");

  return *resident != '\0' && hearth_store_may_read (store, type, NULL) &&
         !hearth_store_may_read (store, type, resident);
}

bool
hearth_audit_is_kept_secret (HearthStore *store,
                             const HearthRecordType *type,
                             const char *id,
                             const char *const *files)
{
  if (type != NULL && hearth_store_is_hidden (store, type, id))
    return true;
  for (gsize i = 0; files != NULL && files[i] != NULL; i++)
    if (hearth_audit_is_kept_from (store, files[i]))
      return true;
  return false;
}

bool
hearth_audit_line_is_secret (HearthAuditLine *line, HearthStore *store)
{
  const char *type = *line->indexed_type != '\0' ? line->indexed_type : line->type;

  return hearth_audit_is_secret (store, hearth_records_lookup_type (type), line->id);
}

bool
hearth_audit_line_is_in_file (HearthAuditLine *line, const char *resident)
{
  return g_strv_contains ((const char *const *) line->files, resident);
}

static bool
may_read_subject (HearthAuditLine *line, HearthStore *store)
{
  const HearthRecordType *type = hearth_records_lookup_type (line->indexed_type);
  g_autoptr (HearthAttachment) attachment = NULL;

  /* A row about somebody's keys has the id of the account, but tells nothing of what is written there. */
  if (type != NULL && (*line->type == '\0' || g_str_equal (line->type, type->name)))
    return hearth_store_may_read_record (store, type, line->id, line->resident);
  if (!line->is_attachment)
    return true;
  attachment = hearth_store_lookup_attachment (store, line->id, NULL);
  return attachment != NULL;
}

void
hearth_audit_line_withhold (HearthAuditLine *line, HearthStore *store)
{
  if (*line->reason != '\0' && !may_read_subject (line, store))
    {
      hearth_text_wipe (line->reason);
      line->reason = g_strdup ("");
    }
  if (hearth_audit_is_kept_secret (store, hearth_records_lookup_type (line->indexed_type), line->id,
                                   (const char *const *) line->files))
    {
      g_set_str (&line->id, "");
      g_set_str (&line->resident, "");
      g_strfreev (line->files);
      line->files = g_new0 (char *, 1);
    }
}

/* --- what it says -------------------------------------------------------------------------- */

gint64
hearth_audit_line_get_sequence (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), 0);

  return line->sequence;
}

const char *
hearth_audit_line_get_at (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), NULL);

  return line->at;
}

const char *
hearth_audit_line_get_person (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), NULL);

  return line->person;
}

const char *
hearth_audit_line_get_role (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), NULL);

  return line->role;
}

const char *
hearth_audit_line_get_action (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), NULL);

  return line->action;
}

const char *
hearth_audit_line_get_type_name (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), NULL);

  return line->type;
}

const char *
hearth_audit_line_get_id (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), NULL);

  return line->id;
}

const char *
hearth_audit_line_get_resident (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), NULL);

  return line->resident;
}

gint64
hearth_audit_line_get_revision (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), 0);

  return line->revision;
}

const char *
hearth_audit_line_get_reason (HearthAuditLine *line)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_LINE (line), NULL);

  return line->reason;
}
