/* SPDX-License-Identifier: GPL-3.0-or-later
 * One version in a history: what was done, who, when, and every change in words.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/version-row.h"

#include <glib/gi18n-lib.h>

#include "views/change-view.h"

#define SHOWN_AT_FIRST 6

struct _HearthVersionRow {
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *deed;
  GtkLabel *who;
  GtkLabel *late;
  GtkLabel *reason;
  GtkBox *changes;
  GtkButton *all_button;

  /* Owned */
  HearthRecordVersion *version;
  GPtrArray *fields; /* of HearthField that changed, borrowed */
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (HearthVersionRow, hearth_version_row, GTK_TYPE_WIDGET)

/* ---- Helpers ---- */

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static void
show_changes (HearthVersionRow *self, guint n)
{
  guint n_more;

  for (; self->n_shown < MIN (n, self->fields->len); self->n_shown++)
    gtk_box_append (self->changes,
                    hearth_change_view_new (self->version, g_ptr_array_index (self->fields, self->n_shown)));
  n_more = self->fields->len - self->n_shown;
  gtk_widget_set_visible (GTK_WIDGET (self->changes), self->fields->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), n_more > 0);
  if (n_more > 0)
    {
      g_autofree char *words =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u more", "Show %u more", n_more), n_more);

      gtk_button_set_label (self->all_button, words);
    }
}

/* ---- Callbacks ---- */

static void
all_clicked_cb (HearthVersionRow *self)
{
  show_changes (self, self->fields->len);
}

/* ---- Overrides ---- */

static void
hearth_version_row_dispose (GObject *object)
{
  HearthVersionRow *self = HEARTH_VERSION_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_VERSION_ROW);
  g_clear_object (&self->version);
  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (hearth_version_row_parent_class)->dispose (object);
}

static void
hearth_version_row_class_init (HearthVersionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_version_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/version-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthVersionRow, all_button);
  gtk_widget_class_bind_template_child (widget_class, HearthVersionRow, changes);
  gtk_widget_class_bind_template_child (widget_class, HearthVersionRow, deed);
  gtk_widget_class_bind_template_child (widget_class, HearthVersionRow, late);
  gtk_widget_class_bind_template_child (widget_class, HearthVersionRow, reason);
  gtk_widget_class_bind_template_child (widget_class, HearthVersionRow, who);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "versionrow");
}

static void
hearth_version_row_init (HearthVersionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

GtkWidget *
hearth_version_row_new (HearthRecordVersion *version)
{
  HearthVersionRow *self = g_object_new (HEARTH_TYPE_VERSION_ROW, NULL);
  g_autofree char *time = hearth_record_version_dup_time (version);
  g_autofree char *person = hearth_record_version_dup_person (version);
  g_autofree char *late = hearth_record_version_dup_lateness (version);
  g_autofree char *reason = hearth_record_version_dup_reason (version);
  g_autofree char *who = g_strdup_printf ("%s · %s", time, person);

  self->version = g_object_ref (version);
  self->fields = hearth_record_version_list_changes (version);
  show_words (self->deed, hearth_record_version_get_deed (version));
  show_words (self->who, who);
  show_words (self->late, late);
  show_words (self->reason, reason);
  show_changes (self, SHOWN_AT_FIRST);
  return GTK_WIDGET (self);
}

char *
hearth_version_row_dup_name (HearthRecordVersion *version)
{
  g_autofree char *time = hearth_record_version_dup_time (version);
  g_autofree char *person = hearth_record_version_dup_person (version);

  return g_strdup_printf ("%s, %s, %s", hearth_record_version_get_deed (version), time, person);
}
