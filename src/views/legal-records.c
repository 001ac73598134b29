/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages of a resident's way through court read alike: lists of records, and words about them.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/legal-records.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "views/editor-page.h"

/* ---- Lists ---- */

GPtrArray *
hearth_legal_list (HearthStore *store, const HearthRecordType *type, const char *resident)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GError) error = NULL;

  hearth_query_set_resident (query, resident);
  list = hearth_store_list (store, query, &error);
  if (list == NULL)
    {
      if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
        g_warning ("Records of type %s cannot be listed: %s", type->name, error->message);
      return g_steal_pointer (&records);
    }
  for (unsigned int i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (list, i);

      if (record != NULL)
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
  return g_steal_pointer (&records);
}

void
hearth_legal_keep_of (GPtrArray *records, const char *field, const char *id)
{
  for (guint i = records->len; i > 0; i--)
    if (!g_str_equal (hearth_record_get (g_ptr_array_index (records, i - 1), field), id))
      g_ptr_array_remove_index (records, i - 1);
}

HearthRecord *
hearth_legal_look_up_only_case (HearthStore *store, const char *resident)
{
  g_autoptr (GPtrArray) cases = NULL;
  HearthRecord *only = NULL;

  if (resident == NULL || *resident == '\0')
    return NULL;
  cases = hearth_legal_list (store, &hearth_legal_case_type, resident);
  for (guint i = 0; i < cases->len; i++)
    {
      HearthRecord *legal_case = g_ptr_array_index (cases, i);

      if (g_str_equal (hearth_record_get (legal_case, "stage"), "closed"))
        continue;
      if (only != NULL)
        return NULL;
      only = legal_case;
    }
  return only != NULL ? g_object_ref (only) : NULL;
}

bool
hearth_legal_may_write (HearthStore *store, const HearthRecordType *type, const char *resident)
{
  return hearth_policy_may_write (hearth_store_get_policy (store), type, NULL, resident);
}

/* ---- Words ---- */

char *
hearth_legal_dup_words (HearthRecord *record, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (hearth_record_get_record_type (record), name);

  g_return_val_if_fail (field != NULL, NULL);

  return hearth_record_format (record, field, "");
}

char *
hearth_legal_join (const char *first, ...)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  va_list rest;

  va_start (rest, first);
  for (const char *part = first; part != NULL; part = va_arg (rest, const char *))
    if (*part != '\0')
      g_ptr_array_add (parts, (gpointer) part);
  va_end (rest);
  if (parts->len == 1)
    return g_strdup (g_ptr_array_index (parts, 0));
  for (guint i = 0; i < parts->len; i++)
    /* First-strong isolates: a name of the other direction must not turn round what stands beside it. */
    g_string_append_printf (words, "%s\u2068%s\u2069", i > 0 ? " · " : "",
                            (const char *) g_ptr_array_index (parts, i));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

char *
hearth_legal_dup_distance (const char *date, const char *today)
{
  int days = hearth_date_days_between (today, date);

  if (*date == '\0')
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Tomorrow"));
  if (days > 0)
    return g_strdup_printf (ngettext ("In %d day", "In %d days", (gulong) days), days);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
}

/* ---- Writing ---- */

HearthRecord *
hearth_legal_new (const HearthRecordType *type, const char *resident)
{
  HearthRecord *record = hearth_record_new (type);

  hearth_record_set (record, "resident", resident);
  return record;
}

void
hearth_legal_push_form (GtkWidget *near, HearthStore *store, HearthRecord *record, const char *field)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (near, ADW_TYPE_NAVIGATION_VIEW);
  HearthEditorPage *page;

  g_return_if_fail (navigation != NULL);

  page = hearth_editor_page_new (store, record);
  if (field != NULL)
    hearth_editor_page_begin_at (page, field);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
}
