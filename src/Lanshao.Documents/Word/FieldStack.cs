using System.Text;

namespace Lanshao.Documents.Word;

/// <summary>The fields that are open at one place of a story: instructions are not text, results are.</summary>
internal sealed class FieldStack
{
    private const int InstructionCharacters = 4096;
    private readonly Stack<Field> _open = new();

    /// <summary>Whether the place is inside an instruction.</summary>
    public bool IsInstruction => _open.TryPeek(out var innermost) && (innermost.IsInstruction || innermost.IsInsideInstruction);

    public void Begin(string? formText) => _open.Push(new Field { FormText = formText, IsInsideInstruction = IsInstruction });

    public void AppendInstruction(StringBuilder text)
    {
        if (_open.TryPeek(out var field) && field.IsInstruction && field.Instruction.Length < InstructionCharacters)
        {
            field.Instruction.Append(text, 0, Math.Min(text.Length, InstructionCharacters - field.Instruction.Length));
        }
    }

    /// <summary>The result begins; returns the instruction.</summary>
    public string? Separate()
    {
        if (!_open.TryPeek(out var field) || !field.IsInstruction)
        {
            return null;
        }

        field.IsInstruction = false;
        return field.Instruction.ToString();
    }

    /// <summary>Closes the field; returns it if it had no result.</summary>
    public Field? End() => _open.TryPop(out var field) && field.IsInstruction ? field : null;

    /// <summary>Closes what is still in its instruction where the paragraph ends: text must not vanish behind a lost end mark.</summary>
    public bool CloseBroken()
    {
        var isBroken = IsInstruction;
        while (IsInstruction)
        {
            _open.Pop();
        }

        return isBroken;
    }

    internal sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool IsInstruction { get; set; } = true;

        public bool IsInsideInstruction { get; init; }

        /// <summary>What an old form field shows without a result: the chosen entry or a box.</summary>
        public string? FormText { get; init; }
    }
}
