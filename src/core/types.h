/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of core's structures, for headers that only point at them.
 */
#pragma once

#include <glib-object.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _HearthChoice HearthChoice;
typedef struct _HearthClock HearthClock;
typedef struct _HearthFacet HearthFacet;
typedef struct _HearthField HearthField;
typedef struct _HearthPolicy HearthPolicy;
typedef struct _HearthProblem HearthProblem;
typedef struct _HearthRecord HearthRecord;
typedef struct _HearthRecordType HearthRecordType;

G_END_DECLS
