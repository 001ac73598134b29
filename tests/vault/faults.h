/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lets one call of write (), fsync () or rename () fail, or locking memory.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  FAULT_NONE,
  FAULT_WRITE,
  FAULT_SYNC_FILE,
  FAULT_SYNC_FOLDER,
  FAULT_RENAME,
} FaultCall;

/** From now on the @nth call (from 1) fails with @code, an errno; 0: none. */
void faults_arm (guint nth, int code);
/** From now on every write fails with @code; 0: none. */
void faults_refuse_writes (int code);
/** Whether there is no locked memory from now on. */
void faults_refuse_locking (bool refused);
/** Which call it was, FAULT_NONE when there were not as many; nothing fails any more. */
FaultCall faults_disarm (void);

G_END_DECLS
