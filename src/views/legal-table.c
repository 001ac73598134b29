/* SPDX-License-Identifier: GPL-3.0-or-later
 * A small table of records that is still read on a narrow page: what it is on one line, the columns below it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/legal-table.h"

#include <glib/gi18n-lib.h>

#include "views/area.h"

#define HEADS "hearth-legal-table-heads"

static GtkWidget *
make_cell (const char *words, const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_set_css_classes (label, (const char **) css_classes);
  return label;
}

static GtkWidget *
make_line (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  return line;
}

static void
pad (GtkWidget *widget)
{
  gtk_widget_set_margin_top (widget, 9);
  gtk_widget_set_margin_bottom (widget, 9);
  gtk_widget_set_margin_start (widget, 12);
  gtk_widget_set_margin_end (widget, 12);
}

static GtkWidget *
make_row (const char *name, GtkWidget *content)
{
  GtkWidget *row = adw_preferences_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  pad (content);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

GtkListBox *
hearth_legal_table_new (const char *name, const char *const *heads)
{
  static const char *const head[] = { "caption-heading", "dimmed", NULL };
  GtkListBox *table = hearth_area_list_new (name);
  GtkWidget *line = make_line ();
  GtkWidget *row;

  for (const char *const *words = heads; *words != NULL; words++)
    gtk_box_append (GTK_BOX (line), make_cell (*words, head));
  row = make_row (name, line);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (table), HEADS, g_strdupv ((char **) heads), (GDestroyNotify) g_strfreev);
  gtk_list_box_append (table, row);
  return table;
}

/* "Screen. The resident: Wants it. Answer: Granted." */
static char *
describe (const char *title, const char *const *heads, const char *const *cells)
{
  g_autoptr (GString) words = g_string_new (title);

  for (gsize i = 0; heads[i] != NULL; i++)
    if (*cells[i] != '\0')
      {
        g_string_append (words, ". ");
        /* Translators: the head of a column, and what stands in it */
        g_string_append_printf (words, _ ("%s: %s"), heads[i], cells[i]);
      }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

void
hearth_legal_table_add (GtkListBox *table,
                        HearthRecord *record,
                        const char *title,
                        const char *const *cells,
                        int warn)
{
  static const char *const plain[] = { "caption", NULL }, *const warning[] = { "caption", "warning", NULL };
  const char *const *heads = g_object_get_data (G_OBJECT (table), HEADS);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *line = make_line (), *row;
  g_autofree char *name = describe (title, heads, cells);

  gtk_box_append (GTK_BOX (content), make_cell (title, NULL));
  for (int i = 0; heads[i] != NULL; i++)
    gtk_box_append (GTK_BOX (line),
                    make_cell (*cells[i] != '\0' ? cells[i] : "–", i == warn ? warning : plain));
  gtk_box_append (GTK_BOX (content), line);
  row = make_row (name, content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hearth_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_list_box_append (table, row);
}
