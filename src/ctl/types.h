/* SPDX-License-Identifier: GPL-3.0-or-later
 * hearthctl types: what the descriptors say.
 */
#pragma once

#include "ctl/command.h"

G_BEGIN_DECLS

/** Prints every record type as one JSON line. */
HearthExit hearth_command_run_types (HearthCall *call);

G_END_DECLS
