/** A row as it stands in the file: its sheet, its number as a spreadsheet program shows it, its cells as text. */
export type SheetRow = { sheet: string; number: number; cells: string[] };

export type SheetLimits = {
	/** Size of the file itself. */
	maxFileBytes: number;
	/** All parts of a workbook together once inflated, first as declared and then as counted. */
	maxInflatedBytes: number;
	maxParts: number;
	maxSharedStrings: number;
	maxSharedStringChars: number;
	/** Rows that hold something; empty rows cost nothing and are not counted. */
	maxRows: number;
	maxColumns: number;
	maxCellChars: number;
	maxRowChars: number;
	/** How long the reader may work in all; the time the caller takes for the rows is not counted. */
	maxSeconds: number;
	maxMemoryMb: number;
};

/** Enough for the whole nation's register of 300,000 rows and 25 columns; a caller with less need passes less. */
export const sheetLimits: SheetLimits = {
	maxFileBytes: 100_000_000,
	maxInflatedBytes: 600_000_000,
	maxParts: 5_000,
	maxSharedStrings: 4_000_000,
	maxSharedStringChars: 64_000_000,
	maxRows: 400_000,
	maxColumns: 1_000,
	// Excel itself allows no more in one cell.
	maxCellChars: 32_767,
	maxRowChars: 1_000_000,
	maxSeconds: 120,
	maxMemoryMb: 512
};
