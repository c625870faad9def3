using System.Text;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>Reads what stands in the lines of a paragraph: runs, fields, notes, changes, controls, things drawn.</summary>
internal sealed class RunReader(WordContext context)
{
    private readonly FieldStack _fields = new();
    private readonly StringBuilder _buffer = new();
    private readonly DrawingReader _drawings = new(context);

    public void ReadParagraph(GuardedXml xml, ParagraphDraft draft, Origin origin)
    {
        draft.Properties = default;
        ReadInline(xml, draft, origin);
        if (_fields.CloseBroken())
        {
            context.Findings.Add(DocumentCodes.BrokenField, origin);
        }
    }

    private void ReadInline(GuardedXml xml, ParagraphDraft draft, Origin origin)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            ReadChild(xml, draft, origin);
        }
    }

    private void ReadChild(GuardedXml xml, ParagraphDraft draft, Origin origin)
    {
        switch (xml.Name)
        {
            case "r" when WordContext.IsWord(xml):
                ReadRun(xml, draft, origin);
                break;
            case "pPr":
                draft.Properties = ParagraphProperties.Read(xml);
                break;
            case "ins" or "moveTo":
                context.Insertions++;
                ReadInline(xml, draft, origin);
                break;
            case "del" or "moveFrom":
                context.Deletions++;
                break;
            case "fldSimple":
                ReportActiveField(xml.Attribute("instr"), origin);
                ReadInline(xml, draft, origin);
                break;
            case "sdt":
                draft.Tag = ContentControl.Read(xml, context, () => ReadInline(xml, draft, origin)) ?? draft.Tag;
                break;
            case "hyperlink" or "smartTag" or "customXml" or "dir" or "bdo":
                ReadInline(xml, draft, origin);
                break;
            case "AlternateContent":
                AlternateContent.Read(xml, () => ReadInline(xml, draft, origin), () => draft.ContentCount);
                break;
            case "oMath" or "oMathPara" when WordNames.IsMath(xml.Namespace):
                ReadFormula(xml, draft, origin);
                break;
            default:
                break;
        }
    }

    private void ReadRun(GuardedXml xml, ParagraphDraft draft, Origin origin)
    {
        var style = default(RunStyle);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "rPr")
            {
                style = RunStyle.Read(xml, context);
            }
            else if (xml.Name is "footnoteReference" or "endnoteReference")
            {
                ReadNoteMark(xml, origin, ref style);
            }
            else if (!style.IsNoteMark)
            {
                ReadRunChild(xml, draft, origin, style);
            }
        }
    }

    private void ReadRunChild(GuardedXml xml, ParagraphDraft draft, Origin origin, RunStyle style)
    {
        switch (xml.Name)
        {
            case "t":
                Emit(TextOf(xml, style), draft, style);
                break;
            case "br" or "cr":
                EmitBreak(draft, style);
                break;
            case "tab" or "ptab":
                Emit("\t", draft, style);
                break;
            case "noBreakHyphen":
                Emit("-", draft, style);
                break;
            case "sym":
                EmitSymbol(xml, draft, origin, style);
                break;
            case "fldChar":
                ReadFieldMark(xml, draft, origin, style);
                break;
            case "instrText":
                _buffer.Clear();
                xml.AppendText(_buffer);
                _fields.AppendInstruction(_buffer);
                break;
            case "ruby":
                ReadRuby(xml, draft, origin);
                break;
            case "AlternateContent":
                AlternateContent.Read(xml, () => ReadAlternative(xml, draft, origin, style), () => draft.ContentCount);
                break;
            case "drawing" or "pict" or "object":
                _drawings.Read(xml, draft, origin);
                break;
            default:
                break;
        }
    }

    private void ReadAlternative(GuardedXml xml, ParagraphDraft draft, Origin origin, RunStyle style)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            ReadRunChild(xml, draft, origin, style);
        }
    }

    private ReadOnlySpan<char> TextOf(GuardedXml xml, RunStyle style)
    {
        var preserves = xml.PreservesSpace;
        _buffer.Clear();
        xml.AppendText(_buffer);
        return RunText.Clean(_buffer, preserves, style.SymbolFont);
    }

    private void Emit(ReadOnlySpan<char> text, ParagraphDraft draft, RunStyle style)
    {
        if (_fields.IsInstruction)
        {
            return;
        }

        if (style.IsHidden)
        {
            draft.Hidden.Append(text);
        }
        else if (context.OpenPrompts > 0)
        {
            draft.Prompts.Append(text);
        }
        else
        {
            draft.Text.Append(text);
        }
    }

    private void EmitBreak(ParagraphDraft draft, RunStyle style)
    {
        if (!_fields.IsInstruction && !style.IsHidden && context.OpenPrompts == 0)
        {
            draft.Text.Break();
        }
    }

    private void EmitSymbol(GuardedXml xml, ParagraphDraft draft, Origin origin, RunStyle style)
    {
        var font = xml.Attribute("font") ?? "";
        var code = xml.Attribute("char") ?? "";
        if (SymbolFonts.Find(font, code) is { } symbol)
        {
            Emit([symbol], draft, style);
        }
        else
        {
            draft.OtherContent++;
            context.Findings.Add(DocumentCodes.UnknownSymbol, origin, ("font", font), ("char", code));
        }
    }

    private void ReadNoteMark(GuardedXml xml, Origin origin, ref RunStyle style)
    {
        if (_fields.IsInstruction || style.IsHidden)
        {
            return;
        }

        context.Notes.Add(xml.Attribute("id") ?? "", isEndnote: xml.Name == "endnoteReference", origin);
        style = style with { IsNoteMark = xml.Attribute("customMarkFollows") is not (null or "0" or "false" or "off") };
    }

    private void ReadFieldMark(GuardedXml xml, ParagraphDraft draft, Origin origin, RunStyle style)
    {
        switch (xml.Attribute("fldCharType"))
        {
            case "begin":
                _fields.Begin(FormField.Read(xml));
                break;
            case "separate":
                ReportActiveField(_fields.Separate(), origin);
                break;
            case "end" when _fields.End() is { } withoutResult:
                ReadResultless(withoutResult, draft, origin, style);
                break;
            default:
                break;
        }
    }

    private void ReadResultless(FieldStack.Field field, ParagraphDraft draft, Origin origin, RunStyle style)
    {
        var instruction = field.Instruction.ToString();
        ReportActiveField(instruction, origin);
        if (FieldInstruction.PrintedText(instruction) is { } printed)
        {
            Emit(printed, draft, style);
            context.Findings.Add(DocumentCodes.Formula, origin, ("text", instruction));
        }
        else if (field.FormText is { } form)
        {
            Emit(form, draft, style);
        }
    }

    private void ReportActiveField(string? instruction, Origin origin)
    {
        if (instruction is not null && FieldInstruction.IsActive(instruction))
        {
            context.Findings.Add(DocumentCodes.ActiveField, origin, ("field", instruction.Trim()));
        }
    }

    // Phonetic guides: the base is the text, the guide is left out.
    private void ReadRuby(GuardedXml xml, ParagraphDraft draft, Origin origin)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "rubyBase")
            {
                ReadInline(xml, draft, origin);
            }
        }
    }

    private void ReadFormula(GuardedXml xml, ParagraphDraft draft, Origin origin)
    {
        _buffer.Clear();
        FormulaText.Append(xml, _buffer);
        var text = _buffer.ToString();
        Emit(text, draft, default);
        context.Findings.Add(DocumentCodes.Formula, origin, ("text", text));
    }
}
