/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every kind of report there is, and how it is made.
 */
#pragma once

#include "report/document.h"
#include "store/store.h"

G_BEGIN_DECLS

/** The days a report is about when nobody says which: three months. */
#define HEARTH_REPORT_USUAL_DAYS 91

/**
 * HearthReportOptions:
 * @from, @to: (nullable): ISO dates, both included; NULL: the last HEARTH_REPORT_USUAL_DAYS. Not looked at where a kind
 *   has no period
 * @language: (nullable): BCP 47 tag; NULL: that of the screen
 * @purpose, @recipient: (nullable): what it is for, who gets it
 */
typedef struct {
  const char *from;
  const char *to;
  const char *language;
  HearthPaper paper;
  const char *purpose;
  const char *recipient;
} HearthReportOptions;

/**
 * HearthReportBuilder:
 * @subject: what the report is about: see #HearthReportKind
 *
 * Reads what the signed-in person may read and makes the document of it, with what is not for its readers taken out.
 * Main thread. What may leave the house is a draft, and marked as one; what a demo house prints is marked as that.
 *
 * Returns: (transfer full): or NULL with HEARTH_STORE_ERROR: DENIED when the person may not print, INVALID when the
 * period ends before it begins or after today, and whatever reading says
 */
typedef HearthDocument *(*HearthReportBuilder) (HearthStore *store,
                                                HearthRecord *subject,
                                                const HearthReportOptions *options,
                                                GError **error);

typedef struct {
  const char *name;    /* hearthctl report KIND */
  const HearthRecordType *about; /* NULL: a resident; else a record of this type, or of the house itself */
  bool or_resident; /* with @about: a resident will do, for the next or latest of theirs, or none */
  const char *label;   /* N_() */
  const char *summary; /* N_(): one line, what is in it */
  const char *classification; /* N_(): one line on every page, or NULL: what is usual */
  HearthPrintable
    profile;    /* what its fields have to be printable in; HOUSE alone: nobody has to approve it */
  bool has_period;            /* about the days from … to; else about today */
  bool by_month; /* with a period: the usual one is the month so far */
  bool
    tells_name; /* for staff who speak with the resident: the name used, also where another stands on reports */
  HearthFit fit;
  HearthReportBuilder build;
} HearthReportKind;

/** Ends with a NULL name. */
extern const HearthReportKind hearth_report_kinds[];
/** The kind called @name, or NULL. */
const HearthReportKind *hearth_report_kind_lookup (const char *name);
/** The first day that @kind is about when it ends on @to (ISO) and nobody says where it begins; transfer full. */
char *hearth_report_kind_dup_usual_from (const HearthReportKind *kind, const char *to);
/** Whether @kind can be about @subject. */
bool hearth_report_kind_fits (const HearthReportKind *kind, HearthRecord *subject);

/** As @kind's #HearthReportBuilder, which it asks when @subject is what the kind is about: INVALID where it is not. */
HearthDocument *hearth_report_build (const HearthReportKind *kind,
                                     HearthStore *store,
                                     HearthRecord *subject,
                                     const HearthReportOptions *options,
                                     GError **error);

G_END_DECLS
