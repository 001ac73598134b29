/* SPDX-License-Identifier: GPL-3.0-or-later
 * Several files at once become documents in a resident's file.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "records/registry.h"
#include "views/attach-read.h"
#include "views/attach.h"
#include "views/tell.h"
#include "views/undo.h"

/* As in the type's table. */
#define MOST_TITLE 200

typedef struct {
  GtkWidget *near; /* borrowed; gone when @leaving is cancelled */
  HearthStore *store;
  GCancellable *leaving;
  char *resident;
  GListModel *files;
  guint at;
  GPtrArray *added; /* of HearthRecord */
  GString *refused; /* a paragraph for each file */
  AdwToast *progress;
} Documents;

static void
documents_free (Documents *work)
{
  if (work->progress != NULL)
    adw_toast_dismiss (work->progress);
  g_clear_object (&work->progress);
  g_object_unref (work->store);
  g_object_unref (work->leaving);
  g_object_unref (work->files);
  g_ptr_array_unref (work->added);
  g_string_free (work->refused, TRUE);
  g_free (work->resident);
  g_free (work);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Documents, documents_free)

static void go_on (Documents *work);

static void
refuse (Documents *work, const char *name, const GError *error)
{
  g_autofree char *sentence = hearth_attach_error_to_sentence (error);

  if (work->refused->len > 0)
    g_string_append (work->refused, "\n\n");
  /* Translators: the name of a file, then why it was not added. */
  g_string_append_printf (work->refused, _ ("“%s”: %s"), name, sentence);
}

/* What a person would call it: without the ending. */
static char *
make_title (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem =
    dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);

  return g_utf8_substring (stem, 0, MIN (g_utf8_strlen (stem, -1), MOST_TITLE));
}

static bool
save (Documents *work, const HearthAttachment *attachment, GError **error)
{
  g_autoptr (HearthRecord) document = hearth_record_new (hearth_records_lookup_type ("document"));
  g_autofree char *title = make_title (attachment->name);

  hearth_record_set (document, "resident", work->resident);
  hearth_record_set (document, "title", title);
  hearth_record_set (document, "file", attachment->id);
  if (!hearth_store_save (work->store, document, NULL, NULL, error))
    return false;
  g_ptr_array_add (work->added, g_steal_pointer (&document));
  return true;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Documents) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_list_model_get_item (work->files, work->at);
  g_autoptr (HearthAttachment) attachment = hearth_attach_read_finish (result, &error);

  if (g_cancellable_is_cancelled (work->leaving))
    return;
  if (attachment == NULL || !save (work, attachment, &error))
    {
      g_autofree char *name = hearth_attach_dup_name (file);

      refuse (work, name, error);
    }
  work->at++;
  go_on (g_steal_pointer (&work));
}

static void
tell (Documents *work)
{
  g_autofree char *words = NULL;

  if (work->added->len > 0)
    {
      words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u document added", "%u documents added",
                                            work->added->len),
                               work->added->len);
      hearth_undo_offer_group (work->near, work->store, work->added, words);
    }
  if (work->refused->len > 0)
    hearth_tell (work->near, _ ("Not added"), work->refused->str);
}

/* Takes @work. */
static void
go_on (Documents *work)
{
  g_autoptr (GFile) file = g_list_model_get_item (work->files, work->at);

  if (file == NULL)
    {
      tell (work);
      documents_free (work);
      return;
    }
  hearth_attach_read_async (work->store, work->resident, file, NULL, FALSE, work->leaving, read_cb, work);
}

static void
show_progress (Documents *work)
{
  guint n_files = g_list_model_get_n_items (work->files);
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Adding %u document…", "Adding %u documents…", n_files),
                     n_files);
  AdwToast *toast = hearth_toast (work->near, words, NULL);

  if (toast == NULL)
    return;
  adw_toast_set_timeout (toast, 0);
  work->progress = g_object_ref (toast);
}

void
hearth_attach_add_documents (GtkWidget *near, HearthStore *store, const char *resident, GListModel *files)
{
  Documents *work;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (resident != NULL);

  work = g_new0 (Documents, 1);
  work->near = near;
  work->store = g_object_ref (store);
  work->leaving = g_cancellable_new ();
  work->resident = g_strdup (resident);
  work->files = g_object_ref (files);
  work->added = g_ptr_array_new_with_free_func (g_object_unref);
  work->refused = g_string_new (NULL);
  g_signal_connect_object (near, "destroy", G_CALLBACK (g_cancellable_cancel), work->leaving,
                           G_CONNECT_SWAPPED);
  show_progress (work);
  go_on (work);
}
