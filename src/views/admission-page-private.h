/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the page of an admission share. Private to them.
 */
#pragma once

#include "views/admission-page.h"
#include "views/admission-taking.h"
#include "views/admission-values.h"
#include "views/draft-keeper.h"
#include "views/draft-list.h"

G_BEGIN_DECLS

struct _HearthAdmissionPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  GtkLabel *hint_label;
  GtkButton *continue_button;
  AdwWindowTitle *window_title;
  GtkButton *save_button;
  GtkBox *content;
  AdwBin *drafts_bin;
  AdwToggleGroup *mode_group;
  GtkLabel *mode_label;
  GtkWidget *missing_box;
  GtkLabel *missing_label;
  GtkLabel *problem_label;

  /* Borrowed */
  HearthAdmissionForm *form;
  HearthAdmissionSearch *search;
  HearthDraftList *drafts;

  /* Owned */
  HearthStore *store;
  HearthTaking *taking;
  HearthDraftKeeper *keeper;
  guint focus_source;
  bool passed;
};

/** @taking: transfer full; @draft_id: (nullable) of the draft that is gone on with. */
void hearth_admission_page_set_taking (HearthAdmissionPage *page, HearthTaking *taking, const char *draft_id);
/** Puts back what was typed. */
void hearth_admission_page_take_values (HearthAdmissionPage *page, GHashTable *values);
/** Shows who is here already, now. */
void hearth_admission_page_look (HearthAdmissionPage *page);
/** Says @words above the form; "" takes them away. */
void hearth_admission_page_show_problem (HearthAdmissionPage *page, const char *words);

G_END_DECLS
