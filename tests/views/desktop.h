/* SPDX-License-Identifier: GPL-3.0-or-later
 * A desktop and a logind on the test's own bus, which say what the test wants.
 */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** The session that the person sits at. */
#define LOGIND_SESSION "/org/freedesktop/login1/session/_31"

typedef struct {
  GDBusConnection *bus;
  GDBusNodeInfo *info;
  int delay; /* the end that tells when the other was let go, -1 while nobody holds it */
} Logind;

Logind *logind_new (void);
void logind_free (Logind *logind);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Logind, logind_free)

/** Whether whoever delayed sleep has let it go. */
bool logind_is_let_go (Logind *logind);
/** Waits for the next one to delay it. */
void logind_forget (Logind *logind);

/** A session manager and a screensaver, which the toolkit looks for when an application is registered. */
void desktop_start (void);
void desktop_stop (void);
GDBusConnection *desktop_get_bus (void);

/** Emits a signal; @parameters is taken. */
void desktop_say (GDBusConnection *bus,
                  const char *path,
                  const char *interface,
                  const char *signal,
                  GVariant *parameters);

G_END_DECLS
