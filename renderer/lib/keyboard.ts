// Every key of the program, in groups by where it works. The keyboard map shows them, and help's page on the keyboard is
// held against them (a test), so that neither forgets one.

/** Keys as they stand on the keyboard (`key-hint.tsx`), and what they do: a name in `shell.keys`. */
export const keyboard = [
  {
    title: 'everywhere',
    keys: [
      ['Ctrl K', 'find'],
      ['Ctrl Z', 'undo'],
      ['Ctrl Shift Z', 'redo'],
      ['F1', 'helpPage'],
      ['?', 'help'],
      ['Esc', 'close'],
    ],
  },
  {
    title: 'choices',
    keys: [
      ['↑ ↓', 'nextChoice'],
      ['Enter', 'takeChoice'],
    ],
  },
  {
    title: 'lists',
    keys: [
      ['/', 'search'],
      ['↓', 'toRows'],
      ['N', 'new'],
      ['↑ ↓ ← →', 'arrows'],
      ['Enter', 'open'],
      ['Ctrl Enter', 'openPage'],
      ['Space', 'select'],
      ['Shift Space', 'selectUpTo'],
      ['Alt 1 … 9', 'view'],
      ['Ctrl C', 'copyCell'],
      ['Ctrl V', 'pasteCells'],
      ['Enter', 'sort'],
      ['Alt ← →', 'resizeColumn'],
      ['Shift ← →', 'moveColumn'],
    ],
  },
  {
    title: 'cells',
    keys: [
      ['F2', 'edit'],
      ['Enter', 'cellBelow'],
      ['Tab', 'nextCell'],
      ['Esc', 'leaveCell'],
    ],
  },
  {
    title: 'waiting',
    keys: [
      ['↑ ↓', 'rows'],
      ['S', 'snooze'],
      ['D', 'done'],
    ],
  },
  {
    title: 'calendar',
    keys: [
      ['↑ ↓ ← →', 'nextDay'],
      ['Home End', 'weekEnds'],
      ['Page Up Page Down', 'turnPage'],
      ['Enter', 'showDay'],
      ['T', 'toToday'],
      ['N', 'newTask'],
    ],
  },
  {
    title: 'board',
    keys: [
      ['↑ ↓ ← →', 'nextCard'],
      ['Home End', 'columnEnds'],
      ['Enter', 'openCard'],
      ['E', 'tellEvent'],
    ],
  },
  {
    title: 'forms',
    keys: [
      ['Ctrl S', 'save'],
      ['↑ ↓', 'dayInField'],
      ['Enter', 'nextLine'],
    ],
  },
  {
    title: 'records',
    keys: [
      ['Ctrl Enter', 'saveNote'],
      ['← →', 'nextPicture'],
    ],
  },
  {
    title: 'copies',
    keys: [
      ['↑ ↓', 'nextConflict'],
      ['1', 'takeOurs'],
      ['2', 'takeTheirs'],
      ['3', 'takeLast'],
    ],
  },
  {
    title: 'limits',
    keys: [
      ['← →', 'moveLimit'],
      ['Shift ← →', 'moveLimitFar'],
    ],
  },
] as const
