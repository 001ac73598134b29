/* SPDX-License-Identifier: GPL-3.0-or-later
 * The application: command line, keys, and the one window.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_APPLICATION (hearth_application_get_type ())
G_DECLARE_FINAL_TYPE (HearthApplication, hearth_application, HEARTH, APPLICATION, AdwApplication)

/** Command line: hearth [FOLDER], the folder of a house. */
HearthApplication *hearth_application_new (void);

G_END_DECLS
