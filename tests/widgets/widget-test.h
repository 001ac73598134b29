/* SPDX-License-Identifier: GPL-3.0-or-later
 * What tests of widgets start from: real windows, finding parts, a record type with every kind of field.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"
#include "fixtures/fixtures.h"

G_BEGIN_DECLS

/** g_test_init () with a display and the widgets' resources. */
void widget_test_init (int *argc, char ***argv);

/** A window on screen with @child in it, active; close it with gtk_window_destroy (). */
GtkWindow *widget_test_window_new (GtkWidget *child, int width, int height);

/** The first widget of @type below @widget (or itself) with @name, or with any name; NULL when none. */
gpointer widget_test_find (GtkWidget *widget, GType type, const char *name);
/** The check button below @widget with @label, in a closed popover too; NULL when there is none. */
GtkCheckButton *widget_test_find_check (GtkWidget *widget, const char *label);
/** Whether a visible label below @widget says @text. */
bool widget_test_shows (GtkWidget *widget, const char *text);

/** One field of every kind, each named after its kind; "text" and "choice" are required. */
extern const HearthRecordType widget_test_type;
/** A field of it. */
const HearthField *widget_test_field (const char *name);

/** Adds 1 to the guint at @count; for signals connected with g_signal_connect_swapped (). */
void widget_test_count_cb (guint *count);

/** A model of @n_items records of @type, made when asked for; counts what was asked. */
#define WIDGET_TEST_TYPE_LAZY_MODEL (widget_test_lazy_model_get_type ())
G_DECLARE_FINAL_TYPE (WidgetTestLazyModel, widget_test_lazy_model, WIDGET_TEST, LAZY_MODEL, GObject)
WidgetTestLazyModel *widget_test_lazy_model_new (const HearthRecordType *type, guint n_items);
/** How many different items were asked for. */
guint widget_test_lazy_model_get_n_made (WidgetTestLazyModel *model);

G_END_DECLS
