# zhibu in PowerShell
Register-ArgumentCompleter -Native -CommandName zhibu -ScriptBlock {
    param($typed, $line, $cursor)
    $words = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    # An empty word would be lost on the way: the last one has a sign before it.
    $words += "=$typed"
    $before, $encoding = $env:COMPLETE, [Console]::OutputEncoding
    try {
        $env:COMPLETE = 'powershell'
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
        $answer = & (Get-Command -CommandType Application zhibu | Select-Object -First 1) -- @words 2>$null
    } finally {
        $env:COMPLETE, [Console]::OutputEncoding = $before, $encoding
    }
    $answer | Where-Object { $_ } | ForEach-Object {
        $value, $help = $_.Split("`t", 2)
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
    }
}
