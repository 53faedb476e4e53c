/**
 * What the user's list of Undo loses, as documented ("Undo support with the Excel JavaScript API") or reported
 * (numbers are issues of OfficeDev/office-js). Members as the protocol names them; `=` stands for setting a property.
 */

/** Calls that cannot be undone: they empty the list, and are refused inside an undo group. */
const NOT_UNDOABLE: ReadonlySet<string> = new Set([
  'Worksheet.Delete',
  'Worksheet.Name=',
  'Worksheet.Visibility=',
  'WorksheetProtection.Protect',
  'WorksheetProtection.Unprotect',
]);

/** Calls that are said to be harmless and were reported to empty the list all the same. */
const REPORTED: ReadonlySet<string> = new Set([
  'Range.GetMergedAreasOrNullObject', // 5918
  'RibbonButton.Enabled=', // 3788
  'CustomXmlPartCollection.Add', // 4484
  'CustomXmlPart.SetXml',
  'CustomXmlPart.Delete',
  'WorksheetCollection.Add', // 6170
]);

/** Whether Excel refuses the call inside an undo group (`UndoNotSupported`). */
export const isUngroupable = (call: string): boolean => NOT_UNDOABLE.has(call);

/** Whether the user can undo nothing any more after the call. */
export const emptiesUndo = (call: string): boolean => NOT_UNDOABLE.has(call) || REPORTED.has(call);
