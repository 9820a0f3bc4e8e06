#pragma once
#include <histedit.h>
#include <stdio.h>

// el_set, el_get and history are variadic, which Swift cannot call; stdin is a variable.
static inline EditLine *cedit_init(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}
static inline void cedit_set_client(EditLine *editor, void *client) {
  el_set(editor, EL_CLIENTDATA, client);
}
static inline void *cedit_client(EditLine *editor) {
  void *client = NULL;
  el_get(editor, EL_CLIENTDATA, &client);
  return client;
}
static inline void cedit_set_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
  el_set(editor, EL_PROMPT, prompt);
}
// Signals that end the program give the terminal back first.
static inline void cedit_handle_signals(EditLine *editor) { el_set(editor, EL_SIGNAL, 1); }
static inline void cedit_use_emacs_keys(EditLine *editor) { el_set(editor, EL_EDITOR, "emacs"); }
// While a line is edited, the keys of signals are keys like others.
static inline void cedit_take_signal_keys(EditLine *editor) {
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
}
// Keys are keys before the prompt asks for them; libedit would see to it just behind that.
static inline void cedit_begin_line(EditLine *editor) { el_set(editor, EL_PREP_TERM, 1); }
static inline void cedit_add_function(
    EditLine *editor, const char *name, const char *help,
    unsigned char (*function)(EditLine *, int)) {
  el_set(editor, EL_ADDFN, name, help, function);
}
static inline void cedit_bind(EditLine *editor, const char *key, const char *function) {
  el_set(editor, EL_BIND, key, function, NULL);
}
static inline void cedit_set_history(EditLine *editor, History *lines) {
  el_set(editor, EL_HIST, history, lines);
}
static inline void cedit_history_begin(History *lines, int size) {
  HistEvent event;
  history(lines, &event, H_SETSIZE, size);
  history(lines, &event, H_SETUNIQUE, 1);
}
static inline void cedit_history_enter(History *lines, const char *line) {
  HistEvent event;
  history(lines, &event, H_ENTER, line);
}
static inline int cedit_history_load(History *lines, const char *path) {
  HistEvent event;
  return history(lines, &event, H_LOAD, path);
}
static inline int cedit_history_save(History *lines, const char *path) {
  HistEvent event;
  return history(lines, &event, H_SAVE, path);
}
